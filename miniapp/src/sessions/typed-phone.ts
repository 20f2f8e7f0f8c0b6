/** The number somebody just signed in by, so that they need not type it again to register. Never stored. */
let typed = '';

export const noteTypedPhone = (phone: string): void => {
  typed = phone;
};
export const typedPhone = (): string => typed;
