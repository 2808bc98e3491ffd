export default definePageConfig({ navigationBarTitleText: '积分与成长明细' })
