// zod's sentences about a wrong request are never shown: it is answered with a code of our own.
export default () => ({ localeError: () => 'invalid' });
