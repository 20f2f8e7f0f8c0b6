/** WeChat prints nothing: pictures are kept by a long press instead. */
export const printPage: (() => void) | undefined = undefined;
