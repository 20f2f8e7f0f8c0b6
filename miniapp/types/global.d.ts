/// <reference types="@tarojs/taro" />

declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.scss';

/** Where the API is; empty: same origin. Set by defineConstants in config/index.ts. */
declare const API: string;
/** Public keys that verify certificates, built into the package: `<key id>:<base64url>`, comma-separated. */
declare const CERTIFICATE_KEYS: string;

/** Replaced at build time; nothing else of `process` exists on the phone. PREVIEWS: app.config.ts only. */
declare const process: { env: { TARO_ENV: 'weapp' | 'h5'; PREVIEWS?: string } };
