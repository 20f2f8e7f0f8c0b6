// The SDK parses the browser's name with this; a Lambda has none.
export default { parse: () => ({}), getParser: () => ({}) };
