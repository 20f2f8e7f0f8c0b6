export default definePageConfig({
  navigationBarTitleText: '工时申诉',
  enablePullDownRefresh: true,
});
