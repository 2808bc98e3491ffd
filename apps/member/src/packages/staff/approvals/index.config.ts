export default definePageConfig({ navigationBarTitleText: '待审批的调整' })
