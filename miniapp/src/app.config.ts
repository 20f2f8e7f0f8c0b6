const forWeChat = process.env.TARO_ENV === 'weapp';
/** Variables of theme.json exist in WeChat only; a browser gets the light value and app.scss does the rest. */
const themed = (variable: string, light: string) => (forWeChat ? `@${variable}` : light);

const tab = (name: string, text: string) => ({
  pagePath: `tabs/${name}/index`,
  text,
  iconPath: themed(`${name}Icon`, `assets/tabs/${name}-light.png`),
  selectedIconPath: themed(`${name}IconChosen`, `assets/tabs/${name}-light-chosen.png`),
});

/** One noun, one subpackage. */
const packageOf = (root: string, pages: string[]) => ({
  root,
  pages: pages.map((page) => `${page}/index`),
});

const pages = ['tabs/home/index', 'tabs/nearby/index', 'tabs/scan/index', 'tabs/me/index'];
/** Every piece in its states on one page: for looking at while building, in no build that is shipped. */
const previews = process.env.PREVIEWS === '1' && !forWeChat ? ['previews/index'] : [];

export default defineAppConfig({
  pages: [...pages, ...previews],
  subPackages: [
    packageOf('activities', [
      'list',
      'show',
      'publish',
      'code',
      'roster',
      'gates',
      'poster',
      'manage',
      'review',
      'reviews',
    ]),
    packageOf('checkins', [
      ...['receipt', 'mycode', 'records', 'record', 'hours', 'cards'],
      ...['totals', 'roots'],
    ]),
    packageOf('shifts', ['running']),
    packageOf('signups', ['sheet', 'group', 'training']),
    packageOf('dependants', [
      ...['family', 'add', 'person', 'card', 'code'],
      ...['guardianship', 'handover', 'readings'],
    ]),
    packageOf('organisations', [
      ...['mine', 'show', 'tree', 'join', 'propose', 'proposals'],
      ...['members', 'audit', 'settings', 'govern', 'specialities'],
    ]),
    packageOf('points', ['passbook']),
    packageOf('notices', ['inbox', 'messages']),
    packageOf('bulletins', ['board', 'show', 'write', 'queue']),
    packageOf('certificates', ['mine', 'issue', 'show', 'verify', 'register', 'issuer']),
    packageOf('search', ['find']),
    packageOf('sessions', ['phone', 'ways']),
    packageOf('recoveries', ['desk', 'ask']),
    packageOf('settlements', ['desk', 'notice', 'appeal', 'disputes']),
    packageOf('complaints', ['write', 'mine', 'queue']),
    packageOf('imports', ['list', 'report', 'paper']),
    packageOf('imported-hours', ['mine', 'sources', 'source']),
    packageOf('typed-hours', ['type', 'queue', 'list', 'grant']),
    packageOf('rule-packs', ['list', 'show', 'write', 'trial', 'star']),
    packageOf('stations', ['show']),
    packageOf('suspicions', ['desk', 'show', 'sample', 'entry']),
    packageOf('rewards', ['shelf', 'show', 'redemptions', 'pickup', 'counter']),
    packageOf('volunteers', [
      ...['register', 'profile', 'people', 'settings', 'privacy'],
      ...['real-name', 'consents', 'data'],
    ]),
  ],
  preloadRule: {
    'tabs/home/index': { network: 'all', packages: ['activities', 'signups', 'checkins'] },
    'tabs/nearby/index': { network: 'all', packages: ['stations'] },
    'tabs/scan/index': { network: 'all', packages: ['checkins', 'volunteers'] },
    'tabs/me/index': { network: 'all', packages: ['points', 'rewards'] },
  },
  tabBar: {
    color: themed('tabText', '#57524C'),
    selectedColor: themed('tabChosen', '#C8161D'),
    backgroundColor: themed('tabs', '#FFFFFF'),
    borderStyle: themed('tabBorder', 'black') as 'black',
    list: [tab('home', '首页'), tab('nearby', '附近'), tab('scan', '扫码'), tab('me', '我的')],
  },
  window: {
    navigationBarTitleText: '志愿云',
    navigationBarBackgroundColor: themed('navigation', '#F6F4F1'),
    navigationBarTextStyle: themed('navigationText', 'black') as 'black',
    backgroundColor: themed('page', '#F6F4F1'),
    backgroundTextStyle: themed('pull', 'dark') as 'dark',
  },
  // Browsers only: a page that slides in would be the frame of what is fixed to the window.
  ...(forWeChat ? {} : { animation: false }),
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  networkTimeout: { request: 10_000 },
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '用于查找附近服务站和现场签到' } },
});
