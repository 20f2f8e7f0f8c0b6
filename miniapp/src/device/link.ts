/** What a shown code says: a link that WeChat's scanner and our own both read. */
export const codeLink = (token: string): string => `${API}/c/${token}`;
