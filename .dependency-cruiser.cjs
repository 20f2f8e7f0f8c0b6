/** Arrows point down: page → client → contract; handler → rules → nothing; handler → table → DynamoDB. */
const light =
  '^shared/(vocabulary|[a-z-]+\\.words|answers|refusals|place|code|certificate-code|time|search|merkle)\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nouns-form-no-circle',
      severity: 'error',
      scope: 'folder',
      from: { path: '^functions' },
      to: { circular: true },
    },
    {
      name: 'phone-takes-only-types',
      severity: 'error',
      comment: 'zod must not reach the mini-program; what it may run is written to be light',
      from: { path: '^miniapp/src' },
      to: { path: '^shared/', pathNot: light, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'light-words-stay-light',
      severity: 'error',
      from: { path: light },
      to: { pathNot: light },
    },
    {
      name: 'phone-and-cloud-meet-in-shared',
      severity: 'error',
      from: { path: '^miniapp' },
      to: { path: '^(functions|local)' },
    },
    {
      name: 'cloud-and-phone-meet-in-shared',
      severity: 'error',
      from: { path: '^functions' },
      to: { path: '^(miniapp|local)' },
    },
    {
      name: 'shared-knows-nobody',
      severity: 'error',
      from: { path: '^shared' },
      to: { path: '^(miniapp|functions|local|tests)' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { pathNot: '(\\.rules\\.ts$|^shared/)' },
    },
    {
      name: 'tables-do-not-decide',
      severity: 'error',
      from: { path: '\\.table\\.ts$' },
      to: { path: '\\.(handler|rules)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-platform-knows-aws',
      severity: 'error',
      from: { path: '^functions', pathNot: '^functions/platform/(table|vault|files|queue)\\.ts$' },
      to: { path: 'node_modules/@aws-sdk' },
    },
    {
      name: 'handlers-are-the-top',
      severity: 'error',
      from: { path: '^(functions|shared|miniapp)', pathNot: '\\.function\\.ts$' },
      to: { path: '\\.handler\\.ts$' },
    },
    {
      name: 'platform-knows-no-noun',
      severity: 'error',
      from: { path: '^functions/platform' },
      to: { path: '^functions/(?!platform)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$' },
  },
};
