/** The part of `errorText` that speaks of content, its files and its library. */
export const contentErrorText: Readonly<Record<string, { zh: string; en: string }>> = {
  'asset-too-large': {
    zh: '「{{name}}」超过 500 MB，素材库放不下。请剪短或压缩后再加。',
    en: '“{{name}}” is over 500 MB, more than the asset box takes. Cut or compress it and add it again.',
  },
  'asset-empty': {
    zh: '「{{name}}」是空文件，没有放进素材库。',
    en: '“{{name}}” is empty, so it was not added.',
  },
  'asset-other-file': {
    zh: '「{{name}}」和原来的文件内容不一样，没有替换。请选原来那个文件；想换成新的，请当作新素材添加。',
    en: '“{{name}}” is not the same file as before, so nothing was replaced. Choose the original; a new version is added as a file of its own.',
  },
  'asset-missing': {
    zh: '这台电脑的素材库里没有这个文件。可以在素材库里找回，或从别的电脑拷来再加。',
    en: 'This file is not in the asset box of this computer. Find it again in the asset box, or copy it over and add it.',
  },
  'asset-damaged': {
    zh: '这个素材的文件在磁盘上被改动或损坏了，没有使用。请在素材库里用原文件找回。',
    en: 'The file of this asset was changed or damaged on the disk, so it was not used. Find it again in the asset box with the original.',
  },
  'asset-not-a-picture': {
    zh: '这个文件不是能显示的图片（JPEG、PNG、WebP、GIF）。',
    en: 'This file is no picture that can be shown (JPEG, PNG, WebP, GIF).',
  },
  'asset-too-large-to-show': {
    zh: '这张图片超过 40 MB，这里不显示。可以另存后用看图软件打开。',
    en: 'This picture is over 40 MB and is not shown here. Save it and open it with another program.',
  },
  'asset-not-found': {
    zh: '这个素材已经不在库里了，可能刚被删除或撤销。',
    en: 'This asset is no longer in the box; it may just have been removed or undone.',
  },
  'asset-in-use': {
    zh: '还有 {{count}} 处在用这个素材，没有删除。请先取下，或选择连同取下。',
    en: 'This asset is still used in {{count}} places, so it was not removed. Take it out there first, or along with it.',
  },
  'library-entry-not-found': {
    zh: '这条文案已经不在库里了，可能刚被删除或撤销。',
    en: 'This entry is no longer in the library; it may just have been removed or undone.',
  },
  'lexicon-word-known': {
    zh: '「{{text}}」已经在检查词里了（全角、繁体和大小写算同一个词）。请直接修改原来那条。',
    en: '“{{text}}” is among the words already (width, traditional characters and case make no difference). Edit the one that is there.',
  },
  'lexicon-word-not-found': {
    zh: '这个检查词已经被删除了。',
    en: 'This word has been removed already.',
  },
  'lexicon-full': {
    zh: '检查词最多 {{most}} 个，这一步没有保存。请先删掉不用的。',
    en: 'There can be {{most}} words at most, so nothing was saved. Remove some that are not used first.',
  },
  'overrides-full': {
    zh: '一条内容最多保留 100 处说明，这一处没有保存。请先改写几处。',
    en: 'One item can let 100 places stand at most, so this one was not saved. Rewrite some first.',
  },
  'content-not-found': {
    zh: '找不到这条内容，它可能刚被删除或撤销。日历上显示的是现在的样子。',
    en: 'This item is no longer there; it may have been deleted or undone. The calendar shows what is there now.',
  },
  'repeat-not-found': {
    zh: '找不到这个重复，它可能刚被删除或撤销。已经排好的内容都还在。',
    en: 'This repeat is no longer there; it may have been deleted or undone. What was planned is still there.',
  },
  'week-template-not-found': {
    zh: '找不到这个周模板，它可能刚被删除或撤销。',
    en: 'This template is no longer there; it may have been deleted or undone.',
  },
};
