/** Sentences for ready answers, questions and core members; joined into `error-text.ts`. */
export const replyErrorText: Readonly<Record<string, { zh: string; en: string }>> = {
  'reply-known': {
    zh: '已经有关键词「{{keyword}}」了。可以修改原来的那条，或把这个词加为它的同义词。',
    en: 'There is an entry for “{{keyword}}” already. Edit that one, or add the word to its synonyms.',
  },
  'reply-gone': {
    zh: '这条关键词已经不在了，可能被撤销或在别处删除。',
    en: 'This keyword is no longer there; it may have been undone or deleted elsewhere.',
  },
  'replies-full': {
    zh: '关键词最多 {{most}} 条，这次没有写入。请先归档或合并用不到的。',
    en: 'There can be at most {{most}} keywords; nothing was added. Merge those that nobody uses first.',
  },
  'question-gone': {
    zh: '这个问题已经不在了，可能被撤销了。',
    en: 'This question is no longer there; it may have been undone.',
  },
  'answer-before-question': {
    zh: '回答的时间早于提问的时间，没有保存。请检查时间。',
    en: 'The answer would lie before the question, so it was not saved. Check the time.',
  },
  'chat-group-gone': {
    zh: '找不到这个群，聊天记录没有写入。请重新选择群。',
    en: 'This group is no longer there; nothing was taken from the chat. Choose the group again.',
  },
  'koc-gone': {
    zh: '这位成员不在 KOC 名单里了，可能被撤销或移出。',
    en: 'This member is no longer on the list of core members; it may have been undone.',
  },
  'koc-known': {
    zh: '「{{name}}」已经在 KOC 名单里了。',
    en: '“{{name}}” is on the list of core members already.',
  },
  'koc-member-gone': {
    zh: '找不到这位成员，可能已被删除或合并。',
    en: 'This member is no longer there; they may have been erased or merged.',
  },
  'koc-step-unknown': {
    zh: '没有这个培育步骤，没有保存。',
    en: 'There is no such step of cultivation, so nothing was saved.',
  },
  'incentive-gone': {
    zh: '这条激励记录已经不在了，可能被撤销了。',
    en: 'This incentive is no longer there; it may have been undone.',
  },
  'friend-action-gone': {
    zh: '这条成员互识记录已经不在了，可能被撤销了。',
    en: 'This record of members meeting is no longer there; it may have been undone.',
  },
};
