/** How a phone number is shown to anybody, its owner too: 156******77. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}******${phone.slice(-2)}`;
