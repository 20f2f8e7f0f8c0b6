export default definePageConfig({
  navigationBarTitleText: '待核验的组织',
  enablePullDownRefresh: true,
});
