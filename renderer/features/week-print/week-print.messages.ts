import { defineMessages } from '@/app/i18n/messages';

export const weekPrintMessages = defineMessages('week-print', {
  zh: {
    print: '打印',
    exportPdf: '导出 PDF',
    pdfSaved: '已导出 {{name}}',
    printed: '已送去打印',
    defaultTitle: '社群周历',
    edition: '打印版本',
    'edition.members': '成员版',
    'edition.internal': '内部版',
    editionHintMembers: '只有做什么、什么时候，可以直接发到群里',
    editionHintInternal: '带状态、负责人和文案，不要外传',
  },
  en: {
    print: 'Print',
    exportPdf: 'Export PDF',
    pdfSaved: 'Exported {{name}}',
    printed: 'Sent to the printer',
    defaultTitle: 'Community week',
    edition: 'Edition',
    'edition.members': 'For members',
    'edition.internal': 'Internal',
    editionHintMembers: 'What and when only; can be posted to the group',
    editionHintInternal: 'With status, owners and texts; not to be passed on',
  },
});
