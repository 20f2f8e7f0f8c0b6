// The SDK's farewell to Node 20 would stand in every test run; workers inherit this.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const transform = {
  '\\.[tm]?[jt]sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
};

const project = (displayName, testEnvironment, folders, more = {}) => ({
  displayName,
  testEnvironment,
  testMatch: [`<rootDir>/tests/${folders}/**/*.test.{ts,tsx}`],
  transform,
  // The one package that comes as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!@seriousme/)'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  ...more,
});

module.exports = {
  projects: [
    project('house', 'node', 'house'),
    project('cloud', 'node', '{shared,functions,local}'),
    project('phone', 'jsdom', 'miniapp', {
      setupFiles: ['<rootDir>/tests/support/weapp-env.cjs'],
      moduleNameMapper: {
        '^@tarojs/(components|taro)$': '<rootDir>/tests/support/taro-$1.tsx',
        '\\.s?css$': '<rootDir>/tests/support/empty.cjs',
      },
    }),
    project('journeys', 'node', 'journeys'),
  ],
  // One engine and one browser at a time beside the unit tests; two cores take no more.
  maxWorkers: 2,
  testTimeout: 30_000,
};
