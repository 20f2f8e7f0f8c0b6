import path from 'node:path';

/** Where things lie in the tree. */
export const root = path.resolve(__dirname, '..');
/** What the local cloud keeps on this machine: table, secrets, lock. Not under version control. */
export const installation = path.join(root, '.local');
/** What `serverless package` writes. */
export const packagedFolder = path.join(root, '.serverless');
/** The functions' bundles. */
export const bundlesFolder = path.join(root, 'dist/functions');
/** The mini-program for browsers. */
export const h5Folder = path.join(root, 'miniapp/dist/h5');
