import { defineMessages } from '../i18n/messages';

export const startupMessages = defineMessages('startup', {
  zh: {
    brokenTitle: '这一页没能显示出来',
    brokenText: '数据不受影响，其他页面可以照常使用。可以再试一次，或重新载入窗口。',
    retry: '再试一次',
    reload: '重新载入',
    showDetails: '技术细节',
    copyDetails: '复制细节',
    copied: '已复制',

    recoverEmpty: '数据库是空的，但日志还在',
    recoverBehind: '数据库比日志旧了一截',
    recoverDamaged: '数据库读不出来了，但日志还在',
    recoverText:
      '群舵把每一次改动都另外记在数据库之外的日志里，所以数据可以找回。下面是找到的内容，确认后就地重建。',
    recoverTextLost:
      '群舵把每一次改动都另外记在数据库之外的日志里，但日志有一段损坏，最后 {{lost}} 步改动读不出来了。其余的确认后就地重建。',
    foundJournal: '日志记到第 {{seq}} 步改动',
    foundDatabase: '数据库停在第 {{seq}} 步改动',
    foundBackup: '最近的备份：{{time}}，{{size}}',
    noBackup: '没有备份，将只凭日志重建',
    recoverNow: '恢复数据',
    recovering: '正在恢复 {{done}} / {{total}}',
    recoveringStart: '正在恢复…',
    recovered: '数据已恢复，从日志补上了 {{done}} 步改动。',
    recoveredPartly:
      '数据已恢复，从日志补上了 {{done}} 步改动。有 {{missing}} 步在备份和日志里都找不到，请看看最近的改动是否齐全。',
    startEmpty: '不恢复，从空的开始',
    startEmptyHint: '日志会原样收起，留在数据文件夹里，以后仍可找回。',
    startEmptyConfirm: '从空的开始，收起日志',
    cancel: '取消',

    newerTitle: '这里的数据来自更新版本的群舵',
    newerText:
      '数据库版本是 {{version}}，这个版本的群舵还不认识它。为了不弄坏数据，什么都没有打开，也没有改动。请安装更新的版本再打开。',
    exportBackup: '导出最近的备份',
    exported: '已导出：{{name}}',
    noBackupToExport: '还没有备份可以导出。',
    openFolder: '打开备份文件夹',
    quit: '退出群舵',

    failedTitle: '群舵没能打开数据',
    failedText: '数据还在这台电脑上，没有被删改。先试着重新打开；如果还是不行，可以从备份恢复。',
    restart: '重新打开',
    backupsTitle: '从备份恢复',
    restoreThis: '恢复这一份',
    restoring: '正在恢复…',
    pickBackup: '选择别处的备份文件',
    reason: '原因：{{reason}}',
  },
  en: {
    brokenTitle: 'This page could not be shown',
    brokenText:
      'Your data are not affected and the other pages work as usual. Try again, or reload the window.',
    retry: 'Try again',
    reload: 'Reload',
    showDetails: 'Technical details',
    copyDetails: 'Copy details',
    copied: 'Copied',

    recoverEmpty: 'The database is empty, but the journal is not',
    recoverBehind: 'The database is behind the journal',
    recoverDamaged: 'The database cannot be read, but the journal can',
    recoverText:
      'Qunduo also keeps every change in a journal outside the database, so your data can be brought back. This is what was found; with your word it is rebuilt here.',
    recoverTextLost:
      'Qunduo also keeps every change in a journal outside the database, but part of it is damaged: the last {{lost}} changes cannot be read. With your word all the others are rebuilt here.',
    foundJournal: 'The journal goes up to change {{seq}}',
    foundDatabase: 'The database stops at change {{seq}}',
    foundBackup: 'Newest backup: {{time}}, {{size}}',
    noBackup: 'There is no backup; the journal alone will be used',
    recoverNow: 'Bring my data back',
    recovering: 'Bringing back {{done}} of {{total}}',
    recoveringStart: 'Bringing your data back…',
    recovered: 'Your data are back; {{done}} changes came from the journal.',
    recoveredPartly:
      'Your data are back; {{done}} changes came from the journal. {{missing}} changes are in neither the backup nor the journal: please look over your latest work.',
    startEmpty: 'Start empty instead',
    startEmptyHint: 'The journal is set aside unchanged in the data folder and can be used later.',
    startEmptyConfirm: 'Start empty, set the journal aside',
    cancel: 'Cancel',

    newerTitle: 'These data were written by a newer Qunduo',
    newerText:
      'The database has version {{version}}, which this Qunduo does not know. Nothing was opened and nothing changed. Install the newer version to go on.',
    exportBackup: 'Export the newest backup',
    exported: 'Exported: {{name}}',
    noBackupToExport: 'There is no backup to export yet.',
    openFolder: 'Open the backup folder',
    quit: 'Quit Qunduo',

    failedTitle: 'Qunduo could not open your data',
    failedText:
      'Your data are still on this laptop, untouched. Open Qunduo again first; if that does not help, restore a backup.',
    restart: 'Open again',
    backupsTitle: 'Restore a backup',
    restoreThis: 'Restore this one',
    restoring: 'Restoring…',
    pickBackup: 'Choose a backup file elsewhere',
    reason: 'Reason: {{reason}}',
  },
});
