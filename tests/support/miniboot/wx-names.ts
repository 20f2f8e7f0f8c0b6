/** Asynchronous APIs that do nothing a test could see; they succeed. */
export const silentApis = [
  ...['showToast', 'hideToast', 'showLoading', 'hideLoading', 'hideKeyboard', 'pageScrollTo'],
  ...['setNavigationBarTitle', 'setNavigationBarColor', 'setTabBarBadge', 'removeTabBarBadge'],
  ...['startPullDownRefresh', 'stopPullDownRefresh', 'vibrateShort', 'setKeepScreenOn'],
  ...['setScreenBrightness'],
] as const;

/** Asynchronous APIs whose answer matters: a test that reaches one must play it. */
export const unplayedApis = [
  ...['login', 'checkSession', 'request', 'uploadFile', 'downloadFile', 'getNetworkType'],
  ...['scanCode', 'chooseMedia', 'previewImage', 'getImageInfo', 'saveImageToPhotosAlbum'],
  ...['getLocation', 'chooseLocation', 'openLocation', 'makePhoneCall', 'setClipboardData'],
  ...['getSetting', 'openSetting', 'authorize', 'getPrivacySetting', 'openPrivacyContract'],
  ...['requirePrivacyAuthorize', 'requestSubscribeMessage', 'getUserProfile'],
  ...['showModal', 'showActionSheet', 'navigateToMiniProgram', 'getScreenBrightness'],
] as const;

/** What one can listen to: `on<name>` and `off<name>`. */
export const wxEvents = [
  ...['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange'],
  ...['NetworkStatusChange', 'WindowResize', 'MemoryWarning', 'KeyboardHeightChange'],
] as const;
export type WxEvent = (typeof wxEvents)[number];

/** The phone, as every synchronous API about it tells. */
export const system = {
  brand: 'miniboot',
  model: 'miniboot',
  platform: 'ios',
  system: 'iOS 17',
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  safeArea: { top: 44, left: 0, right: 375, bottom: 778, width: 375, height: 734 },
} as const;
