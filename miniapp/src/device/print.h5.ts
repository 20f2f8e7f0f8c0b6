/** The browser's own dialog for printing what is on screen. */
export const printPage: (() => void) | undefined = () => window.print();
