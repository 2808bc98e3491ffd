export default definePageConfig({ navigationBarTitleText: '本店店员' })
