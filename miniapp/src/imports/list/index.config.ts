export default definePageConfig({
  navigationBarTitleText: '导入成员',
  enablePullDownRefresh: true,
});
