import type { Launch } from '@shared/contracts/ipc';

export type Language = Launch['language'];

/** Words of the parts that the system or main draws itself: menu, dialogs, static pages. */
export const nativeMessages = {
  appName: { 'zh-CN': '群舵', en: 'Qunduo' },

  chooseOriginalsFolder: {
    'zh-CN': '选择原来存放素材的文件夹',
    en: 'Choose the folder that holds the originals',
  },
  choosePictureFolder: { 'zh-CN': '图片存到哪个文件夹', en: 'Folder for the pictures' },

  menuFile: { 'zh-CN': '文件', en: 'File' },
  menuImport: { 'zh-CN': '导入名单或订单…', en: 'Import roster or orders…' },
  menuBackup: { 'zh-CN': '立即备份', en: 'Back up now' },
  menuShowBackups: { 'zh-CN': '打开备份文件夹', en: 'Open the backup folder' },
  menuPrint: { 'zh-CN': '打印…', en: 'Print…' },
  menuSettings: { 'zh-CN': '设置…', en: 'Settings…' },
  menuQuit: { 'zh-CN': '退出群舵', en: 'Quit Qunduo' },
  menuEdit: { 'zh-CN': '编辑', en: 'Edit' },
  menuUndo: { 'zh-CN': '撤销', en: 'Undo' },
  menuRedo: { 'zh-CN': '重做', en: 'Redo' },
  menuCut: { 'zh-CN': '剪切', en: 'Cut' },
  menuCopy: { 'zh-CN': '复制', en: 'Copy' },
  menuPaste: { 'zh-CN': '粘贴', en: 'Paste' },
  menuSelectAll: { 'zh-CN': '全选', en: 'Select all' },
  menuSearch: { 'zh-CN': '搜索', en: 'Search' },
  menuView: { 'zh-CN': '视图', en: 'View' },
  menuZoomIn: { 'zh-CN': '放大', en: 'Zoom in' },
  menuZoomOut: { 'zh-CN': '缩小', en: 'Zoom out' },
  menuZoomReset: { 'zh-CN': '实际大小', en: 'Actual size' },
  menuFullScreen: { 'zh-CN': '全屏', en: 'Full screen' },
  menuReload: { 'zh-CN': '重新加载', en: 'Reload' },
  menuDevTools: { 'zh-CN': '开发者工具', en: 'Developer tools' },
  menuWindow: { 'zh-CN': '窗口', en: 'Window' },
  menuMinimize: { 'zh-CN': '最小化', en: 'Minimise' },
  menuClose: { 'zh-CN': '关闭', en: 'Close' },
  menuHelp: { 'zh-CN': '帮助', en: 'Help' },
  menuAbout: { 'zh-CN': '关于群舵', en: 'About Qunduo' },

  aboutVersion: { 'zh-CN': '版本 {version}', en: 'Version {version}' },
  aboutRuntime: { 'zh-CN': '运行环境 {runtime}', en: 'Runtime {runtime}' },
  aboutFallback: {
    'zh-CN': '运行环境 {runtime}（备用，仅供开发和测试）',
    en: 'Runtime {runtime} (fallback, for development and tests only)',
  },
  aboutDataFolder: { 'zh-CN': '数据文件夹 {folder}', en: 'Data folder {folder}' },
  buttonOk: { 'zh-CN': '好', en: 'OK' },

  filterSheet: { 'zh-CN': '表格文件', en: 'Spreadsheets' },
  filterBackup: { 'zh-CN': '群舵备份', en: 'Qunduo backups' },
  filterPack: { 'zh-CN': '群舵交接包', en: 'Qunduo hand-off packs' },
  filterAll: { 'zh-CN': '所有文件', en: 'All files' },

  alreadyRunning: {
    'zh-CN': '群舵已经在用这个数据文件夹运行，已切换到它的窗口。',
    en: 'Qunduo is already running with this data folder; its window has been brought to the front.',
  },

  startFailedTitle: { 'zh-CN': '群舵无法启动', en: 'Qunduo cannot start' },
  startFailedWhy: {
    'zh-CN': '数据文件夹无法写入（{reason}），成员、订单和备份都没有地方保存：',
    en: 'The data folder cannot be written ({reason}), so members, orders and backups have nowhere to go:',
  },
  startFailedDo: {
    'zh-CN':
      '请检查这个文件夹的权限、磁盘是否已满或被设为只读，改好后重新打开群舵；也可以换一个文件夹保存数据。原文件夹里已有的数据不会被改动。',
    en: 'Check the permissions of this folder and whether the disk is full or read-only, then open Qunduo again; or keep the data in another folder. What is already in this folder is left untouched.',
  },
  startFailedStillBad: {
    'zh-CN': '这个文件夹也无法写入，请另选一个。',
    en: 'That folder cannot be written either. Please choose another.',
  },
  buttonChooseFolder: { 'zh-CN': '换一个文件夹', en: 'Choose another folder' },
  buttonQuit: { 'zh-CN': '退出', en: 'Quit' },

  crashTitle: { 'zh-CN': '群舵出错了', en: 'Something went wrong in Qunduo' },
  crashWhy: {
    'zh-CN': '窗口出错，没能继续运行。您的数据都在这台电脑上，最近的备份在备份文件夹里。',
    en: 'The window failed and could not go on. Your data is on this computer, and the latest backups are in the backup folder.',
  },
  crashDo: {
    'zh-CN':
      '可以先打开备份文件夹确认备份，再重新启动。如果再次出错，请复制错误详情发给支持人员（其中不含个人信息）。',
    en: 'Open the backup folder first if you want to be sure, then restart. If it fails again, copy the details for support (they hold no personal data).',
  },
  buttonBackupFolder: { 'zh-CN': '打开备份文件夹', en: 'Open the backup folder' },
  buttonRestart: { 'zh-CN': '重新启动', en: 'Restart' },
  buttonCopyDetails: { 'zh-CN': '复制错误详情', en: 'Copy details' },

  unresponsiveTitle: { 'zh-CN': '群舵没有响应', en: 'Qunduo does not respond' },
  unresponsiveDo: {
    'zh-CN': '窗口一直在忙。可以再等一会儿，或者重新载入窗口；已保存的数据不会丢失。',
    en: 'The window has been busy for a while. You can wait, or reload it; saved data is not lost.',
  },
  buttonWait: { 'zh-CN': '再等等', en: 'Wait' },
  buttonReload: { 'zh-CN': '重新载入', en: 'Reload' },
} as const satisfies Record<string, Record<Language, string>>;

export type NativeMessage = keyof typeof nativeMessages;

export function say(
  language: Language,
  key: NativeMessage,
  values: Record<string, string> = {},
): string {
  return nativeMessages[key][language].replace(
    /\{(\w+)\}/g,
    (mark, name: string) => values[name] ?? mark,
  );
}
