// What the build puts in place of these.
process.env.TARO_ENV = 'weapp';
globalThis.API = '';
globalThis.CERTIFICATE_KEYS = '';
