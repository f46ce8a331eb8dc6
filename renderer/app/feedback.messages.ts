import { defineMessages } from './i18n/messages';

export const feedbackMessages = defineMessages('feedback', {
  zh: {
    undo: '撤销',
    undone: '已撤销：{{label}}',
    redone: '已重做：{{label}}',
    nothingToUndo: '没有可以撤销的操作',
    nothingToRedo: '没有可以重做的操作',
    close: '关闭',
    problem: '没有完成',
    bug: '出了点意外，这一步没有完成，已保存的数据不受影响。请再试一次。',
  },
  en: {
    undo: 'Undo',
    undone: 'Undone: {{label}}',
    redone: 'Redone: {{label}}',
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to redo',
    close: 'Close',
    problem: 'That did not work',
    bug: 'Something unexpected happened and this step did not finish. Saved data are not affected; please try again.',
  },
});
