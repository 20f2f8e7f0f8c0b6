export default definePageConfig({
  navigationBarTitleText: '导入结果',
  enablePullDownRefresh: true,
});
