export default definePageConfig({
  navigationBarTitleText: '活动草稿',
  enablePullDownRefresh: true,
});
