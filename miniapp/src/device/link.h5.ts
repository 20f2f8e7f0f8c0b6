export const codeLink = (token: string): string => `${API || window.location.origin}/c/${token}`;
