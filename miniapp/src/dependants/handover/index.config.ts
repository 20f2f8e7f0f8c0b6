export default definePageConfig({ navigationBarTitleText: '接手账号' });
