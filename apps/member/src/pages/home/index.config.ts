export default definePageConfig({ navigationBarTitleText: '长青会员' })
