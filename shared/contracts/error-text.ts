import type { ErrorData } from '@shared/lib/errors';
import { contentErrorText } from './content-error-text';
import { experimentErrorText } from './experiment-error-text';
import { flowErrorText } from './flow-error-text';
import { groupErrorText } from './group-error-text';
import { packErrorText } from './pack-error-text';
import { replyErrorText } from './reply-error-text';
import { syncErrorText } from './sync-error-text';

type Words = { zh: string; en: string };

/**
 * What a user reads when an ExpectedError of this code reaches the screen: what happened, what is
 * safe, what to do. `{{name}}` takes a value of the error's data.
 */
export const errorText: Readonly<Record<string, Words>> = {
  'disk-full': {
    zh: '磁盘已满，这一步没有写入，之前的数据都还在。请在「{{folder}}」所在的磁盘腾出空间后再试。',
    en: 'The disk is full, so this step was not saved; everything before it is safe. Free some space on the disk of “{{folder}}” and try again.',
  },
  'journal-disk-full': {
    zh: '磁盘已满：这一步已经存进数据库，但没能写进另存的日志。请在「{{folder}}」所在的磁盘腾出空间，之后会自动补上。',
    en: 'The disk is full: this step is in the database, but its copy in the journal could not be written. Free some space on the disk of “{{folder}}”; the copy is made up for then.',
  },
  'folder-not-writable': {
    zh: '「{{folder}}」不允许写入，这一步没有保存。请检查文件夹权限，或换一个数据文件夹再打开。',
    en: '“{{folder}}” does not allow writing, so this step was not saved. Check the folder’s permissions, or start with another data folder.',
  },
  'file-gone': {
    zh: '找不到「{{name}}」，它可能被移动或删除了。请重新选择文件。',
    en: '“{{name}}” is no longer there; it may have been moved or deleted. Choose the file again.',
  },
  'file-not-readable': {
    zh: '「{{name}}」打不开：文件正被别的程序占用，或没有读取权限。关闭占用它的程序后再试。',
    en: '“{{name}}” cannot be read: another program holds it, or reading is not allowed. Close that program and try again.',
  },
  'journal-gap': {
    zh: '日志与数据库对不上（应为第 {{expected}} 条，实为第 {{found}} 条）。数据仍在本机数据库里，请先做一次备份，再重新打开群舵。',
    en: 'The journal does not continue where it ended (entry {{expected}} expected, {{found}} found). Your data are still in the database: make a backup, then open Qunduo again.',
  },
  'journal-damaged': {
    zh: '日志文件「{{file}}」有损坏，第 {{seq}} 条读不出来。数据库里的数据不受影响，请先做一次备份。',
    en: 'The journal file “{{file}}” is damaged at entry {{seq}}. The data in the database are not affected; make a backup first.',
  },
  'journal-other-database': {
    zh: '数据文件夹里的日志属于另一个数据库，为避免混在一起，没有写入。请从备份恢复，或换一个数据文件夹。',
    en: 'The journal in the data folder belongs to another database; nothing was written, so that the two do not mix. Restore a backup, or use another data folder.',
  },
  'file-too-large': {
    zh: '「{{name}}」太大了，一次读不进来。请拆成几个文件后分别导入。',
    en: '“{{name}}” is too large to be read at once. Split it into several files and import them one by one.',
  },
  'token-unknown': {
    zh: '这个文件已经不在手边了（窗口可能重新载入过）。请重新选择一次。',
    en: 'This file is no longer at hand (the window may have been reloaded). Please choose it again.',
  },
  'backup-damaged': {
    zh: '备份「{{name}}」不完整或已损坏，没有读入任何内容。请换一个备份。',
    en: 'The backup “{{name}}” is incomplete or damaged; nothing was read from it. Choose another backup.',
  },
  'backup-newer': {
    zh: '备份「{{name}}」由更新版本的群舵写成（格式 {{version}}），这个版本读不懂。请先升级群舵。',
    en: 'The backup “{{name}}” was written by a newer Qunduo (format {{version}}) that this version cannot read. Update Qunduo first.',
  },
  'backup-near-empty': {
    zh: '当前数据几乎是空的（{{records}} 条），为了不挤掉之前完整的备份，没有自动备份。如果确实清空了数据，请手动备份一次。',
    en: 'There is almost nothing to back up ({{records}} records), so no automatic backup was made, lest it push out the full ones. If you did clear the data, back up by hand once.',
  },
  'backup-not-found': {
    zh: '找不到备份「{{name}}」，它可能被移动或删除了。',
    en: 'The backup “{{name}}” is no longer there; it may have been moved or deleted.',
  },
  'no-printer': {
    zh: '这台电脑没有可用的打印机。可以先导出 PDF，再到别的电脑上打印。',
    en: 'This computer has no printer. Export a PDF and print it elsewhere.',
  },
  'print-failed': {
    zh: '打印没有完成。请检查打印机，或先导出 PDF。',
    en: 'Printing did not finish. Check the printer, or export a PDF instead.',
  },
  'picture-failed': {
    zh: '图片没有画完整，没有保存。请再试一次，或先导出 PDF。',
    en: 'The picture was not drawn whole and is not saved. Try again, or export a PDF.',
  },
  'internal-error': {
    zh: '程序内部出错，这一步没有完成，已有的数据不受影响。错误已记入日志。',
    en: 'Something failed inside the program and this step did not finish; your data are not affected. The failure is in the log.',
  },
  ...contentErrorText,
  'picture-not-a-picture': {
    zh: '这个文件不是 JPEG、PNG 或 WebP 图片，没有保存。请换一张照片。',
    en: 'This file is no JPEG, PNG or WebP picture, so it was not kept. Choose another one.',
  },
  'picture-too-large': {
    zh: '这张照片缩小后还是超过 5 MB，没有保存。请截一下图再试。',
    en: 'This picture is over 5 MB even when made smaller, so it was not kept. Cut it and try again.',
  },
  'picture-damaged': {
    zh: '这张照片的文件被改动过或不完整，打不开。请删掉它，让对方再发一次。',
    en: 'The file of this picture was changed or is incomplete, so it does not open. Remove it and ask for the picture again.',
  },
  'picture-other-key': {
    zh: '这张照片是用另一把钥匙加密的（换过电脑、重装过系统，或文件是拷来的），这里打不开。原来那台电脑上还看得到。',
    en: 'This picture was encrypted with another key (another computer, a new system, or a copied file) and does not open here. It can still be seen on the computer it was added on.',
  },
  'picture-key-unreadable': {
    zh: '本机的照片钥匙打不开（系统账户换过，或钥匙文件被改动）。已存的照片暂时看不了，其他数据不受影响；新加的照片会用新的钥匙。',
    en: 'The key of the pictures on this computer does not open (another account, or its file was changed). Pictures kept so far cannot be seen for now; nothing else is affected, and new pictures get a new key.',
  },
  'result-not-found': {
    zh: '找不到这条数据，它可能刚被撤销。',
    en: 'This result is no longer there; it may have been undone.',
  },
  'character-not-found': {
    zh: '找不到这个角色，它可能刚被删除或撤销。',
    en: 'This character is no longer there; it may have been deleted or undone.',
  },
  'send-already': {
    zh: '这些群已经标记过发送了，没有重复记录。',
    en: 'These groups are already marked as sent; nothing was recorded twice.',
  },
  'send-not-marked': {
    zh: '这条内容在这个群还没有发送记录，没有时间可改。',
    en: 'This item is not marked as sent in this group, so there is no time to change.',
  },
  'member-not-found': {
    zh: '找不到这位成员，可能已被删除，或者新增被撤销了。',
    en: 'This member is no longer there: deleted, or the adding was undone.',
  },
  'risk-entry-not-found': {
    zh: '风险名单里找不到这一条，可能已被移出。',
    en: 'This entry is no longer on the risk list; it may have been taken off.',
  },
  'member-phone-taken': {
    zh: '这个手机号已经是「{{name}}」的，没有保存。如果是同一个人，请直接修改那位成员。',
    en: 'This number already belongs to “{{name}}”; nothing was saved. If it is the same person, edit that member instead.',
  },
  'member-has-orders': {
    zh: '「{{name}}」名下有 {{count}} 笔订单，删除会让这些订单找不到买家，所以没有删除。',
    en: '“{{name}}” has {{count}} orders that would lose their buyer, so the member was not deleted.',
  },
  'merge-member-gone': {
    zh: '其中一条记录已经不在了（可能刚被合并或删除），没有合并任何内容。列表会自动更新。',
    en: 'One of the two records is no longer there (merged or deleted meanwhile); nothing was merged. The list updates itself.',
  },
  'merge-kept-gone': {
    zh: '留下的那条记录后来又并入了别人，或已删除。请先分开后来的那次合并，再分开这一次。',
    en: 'The record that stayed went into somebody else later, or was deleted. Part that later merge first.',
  },
  'merge-already-parted': {
    zh: '这次合并已经分开过了，没有改动任何内容。',
    en: 'This merge was parted before; nothing was changed.',
  },
  'member-has-audits': {
    zh: '「{{name}}」在导流流程里有审核记录，所以没有删除。',
    en: '“{{name}}” has an audit record in a run of the traffic flow, so the member was not deleted.',
  },
  'member-in-group-records': {
    zh: '「{{name}}」在群规台账、转移计划或 KOC 记录里，删除会让这些记录找不到人，所以没有删除。本人要求的，请用“永久抹除”。',
    en: '“{{name}}” is in the ledger of rules, in a transfer plan or among the core members; those records would lose their person, so the member was not deleted. If they asked for it, erase them instead.',
  },
  'tag-not-found': {
    zh: '找不到这个标签，可能已被删除，或者新建被撤销了。',
    en: 'This tag is no longer there: deleted, or its creation was undone.',
  },
  'tag-name-taken': {
    zh: '已经有一个叫「{{name}}」的标签了。请直接用它，或换个名字。',
    en: 'There is a tag called “{{name}}” already. Use it, or choose another name.',
  },
  'tag-ready-made': {
    zh: '「{{name}}」是标签库里现成的标签，不能删除。可以停用或隐藏它。',
    en: '“{{name}}” is a ready-made tag and cannot be deleted. Switch it off or hide it instead.',
  },
  'tag-circular': {
    zh: '「{{name}}」的规则绕回了它自己，这样算不出是谁。请去掉绕回来的那个条件，内容还在。',
    en: 'The rule of “{{name}}” leads back to itself, so nobody can be worked out. Take the condition that leads back away; what you entered is kept.',
  },
  'tag-in-use': {
    zh: '「{{name}}」还被 {{count}} 处用着：{{users}}。请先改那里，再来删除。',
    en: '“{{name}}” is still used in {{count}} places: {{users}}. Change those first, then delete it.',
  },
  'spot-check-not-found': {
    zh: '这次抽检已经不在了，可能刚被撤销。',
    en: 'This spot check is no longer there; it may just have been undone.',
  },
  'segment-name-taken': {
    zh: '已经有一个叫「{{name}}」的人群了，请换个名字。',
    en: 'There is a segment called “{{name}}” already. Choose another name.',
  },
  'segment-not-found': {
    zh: '这个人群已经不在了，可能刚被删除。',
    en: 'This segment is no longer there; it may just have been deleted.',
  },
  'segment-circular': {
    zh: '「{{name}}」的规则绕回了它自己，这样算不出是谁。请去掉绕回来的那个条件，内容还在。',
    en: 'The rule of “{{name}}” leads back to itself, so nobody can be worked out. Take the condition that leads back away; what you entered is kept.',
  },
  'segment-in-use': {
    zh: '「{{name}}」还被 {{count}} 处用着：{{users}}。请先改那里，再来删除。',
    en: '“{{name}}” is still used in {{count}} places: {{users}}. Change those first, then delete it.',
  },
  'snapshot-not-found': {
    zh: '这个快照已经不在了，可能刚被删除。',
    en: 'This snapshot is no longer there; it may just have been deleted.',
  },
  'undo-not-kept': {
    zh: '这一步已经撤销过，或者太久以前，撤销所需的内容不再保留。可以从备份恢复。',
    en: 'This was undone already, or it is so long ago that what undo needs is no longer kept. A backup can bring the earlier state back.',
  },
  'import-not-a-sheet': {
    zh: '「{{file}}」不是表格文件，没有导入任何内容。请选择 xlsx、xls 或 csv 文件，名字改过的图片和文档不行。',
    en: '“{{file}}” is not a spreadsheet, so nothing was imported. Choose an xlsx, xls or csv file; a renamed picture or document will not do.',
  },
  'import-damaged': {
    zh: '「{{file}}」不完整或已损坏，读不出来，没有导入任何内容。请重新导出或下载一次。',
    en: '“{{file}}” is incomplete or damaged and cannot be read; nothing was imported. Export or download it again.',
  },
  'import-zip-bomb': {
    zh: '「{{file}}」解开后会大得不正常（压缩炸弹），为了不拖垮这台电脑，没有读入任何内容。请确认文件来源，从原系统重新导出一次。',
    en: '“{{file}}” would unfold to an absurd size (a zip bomb), so nothing was read from it. Make sure where it comes from, and export it again there.',
  },
  'import-unsafe-xml': {
    zh: '「{{file}}」里夹带了实体声明或外部引用，正常导出的表格不会有，没有读入任何内容。请确认文件来源，从原系统重新导出一次。',
    en: '“{{file}}” carries entity declarations or references to other files, which no real export does; nothing was read from it. Make sure where it comes from, and export it again there.',
  },
  'import-encrypted': {
    zh: '「{{file}}」有密码保护，没有读入任何内容。请输入打开它的密码，或在 Excel、WPS 里去掉密码后再导入。',
    en: '“{{file}}” is protected by a password, so nothing was read from it. Enter the password that opens it, or remove it in Excel or WPS and import again.',
  },
  'import-wrong-password': {
    zh: '密码打不开「{{file}}」，没有读入任何内容。请核对大小写和输入法后再试一次。',
    en: 'That password does not open “{{file}}”, so nothing was read from it. Check capitals and keyboard, then try again.',
  },
  'import-locked-otherwise': {
    zh: '「{{file}}」的加密方式这里打不开，没有导入任何内容。请在 Excel 或 WPS 里打开它，另存为一份不带密码的 xlsx 再导入。',
    en: '“{{file}}” is encrypted in a way that cannot be opened here, so nothing was imported. Open it in Excel or WPS, save a copy as xlsx without a password and import that.',
  },
  'import-took-too-long': {
    zh: '「{{file}}」读了太久还没读完，多半是文件有问题，已经停下，没有导入任何内容。请在 Excel 或 WPS 里打开，另存为 xlsx 再导入。',
    en: 'Reading “{{file}}” took far too long, most likely because something is wrong with it. It was stopped and nothing was imported. Open it in Excel or WPS, save it as xlsx and import that.',
  },
  'secrets-not-encrypted': {
    zh: '这台电脑没有可用的系统密钥环，密码没有保存，以免明文留在磁盘上。下次打开时请再输一次。',
    en: 'This computer has no system keychain to encrypt with, so the password was not kept rather than stored in plain text. Enter it again next time.',
  },
  'import-too-large': {
    zh: '「{{file}}」太大了，或者声称的行列数远超实际，没有导入任何内容。请删掉多余的空行空列，或拆成几个文件后分别导入。',
    en: '“{{file}}” is too large, or claims far more rows and columns than it has, so nothing was imported. Delete the blank rows and columns, or split it into several files.',
  },
  'import-empty': {
    zh: '「{{file}}」里没有任何内容，没有导入。请确认导出时选对了日期和范围。',
    en: '“{{file}}” holds nothing, so nothing was imported. Check the dates and the range of the export.',
  },
  'import-no-header': {
    zh: '在「{{file}}」里没找到表头，没有导入任何内容。表里要有一行写明列名，比如「姓名、手机号」或「订单号、订单金额」。',
    en: '“{{file}}” has no row that names its columns, so nothing was imported. It needs names such as “Name, Phone” or “Order No., Amount”.',
  },
  'import-no-rows': {
    zh: '「{{file}}」只有表头，下面没有数据，没有导入。请确认导出时选对了日期和范围。',
    en: '“{{file}}” has a header but no rows below it, so nothing was imported. Check the dates and the range of the export.',
  },
  'import-no-order-number': {
    zh: '「{{file}}」没有订单号这一列，认不出每一单，没有导入任何内容。请指定哪一列是订单号，或确认导入的是订单表。',
    en: '“{{file}}” has no column with order numbers, so orders cannot be told apart and nothing was imported. Say which column it is, or check that this is an order sheet.',
  },
  'import-no-amount': {
    zh: '「{{file}}」没有金额这一列，没有导入任何内容。请指定哪一列是订单金额或商品金额。',
    en: '“{{file}}” has no column with amounts, so nothing was imported. Say which column holds the order or line amount.',
  },
  'import-no-person': {
    zh: '「{{file}}」里没有姓名、手机号或微信号这样的列，认不出是谁，没有导入任何内容。请指定列。',
    en: '“{{file}}” has no column with names, phones or WeChat IDs, so nobody can be told and nothing was imported. Say which column it is.',
  },
  'import-plan-stale': {
    zh: '比对之后数据又有变化，为了不写错，「{{file}}」没有写入，已经重新比对。请看过新的结果再写入。',
    en: 'The data changed after the comparison, so “{{file}}” was not written; it was compared once more. Look at the new result, then write.',
  },
  'import-cancelled': {
    zh: '导入已取消，没有写入任何内容。',
    en: 'The import was cancelled; nothing was written.',
  },
  'export-cancelled': {
    zh: '导出已取消，没有保存文件。',
    en: 'The export was cancelled; no file was saved.',
  },
  'column-set-gone': {
    zh: '找不到这个列方案，它可能刚被删除或撤销。',
    en: 'This set of columns is no longer there; it may have been deleted or undone.',
  },
  'column-set-name-taken': {
    zh: '这个列表已经有叫「{{name}}」的列方案了。换个名字，或先删掉那一个。',
    en: 'This list has a set of columns called “{{name}}” already. Choose another name, or delete that one first.',
  },
  'growth-not-enough': {
    zh: '「{{name}}」只有 {{balance}} 分可用，不够 {{points}} 分，没有兑换。待到账的分要过了售后期才能用。',
    en: '“{{name}}” has {{balance}} points to spend, not the {{points}} needed, so nothing was redeemed. Pending points can be spent once the after-sale days are over.',
  },
  'growth-below-zero': {
    zh: '「{{name}}」只有 {{balance}} 分，扣 {{points}} 分会变成负数，没有调整。',
    en: '“{{name}}” has {{balance}} points; taking {{points}} would leave less than none, so nothing was changed.',
  },
  'privilege-gone': {
    zh: '找不到这项特权，它可能刚被删除或撤销。',
    en: 'This privilege is no longer there; it may have been deleted or undone.',
  },
  'privilege-off': {
    zh: '「{{name}}」已停用，没有兑换。先在特权里启用它。',
    en: '“{{name}}” is switched off, so nothing was redeemed. Switch it on under privileges first.',
  },
  'privilege-out-of-stock': {
    zh: '「{{name}}」共 {{stock}} 份，已经兑完，没有兑换。要继续发放，先加数量。',
    en: 'All {{stock}} of “{{name}}” are given, so nothing was redeemed. Raise the number to go on.',
  },
  'privilege-not-for-level': {
    zh: '「{{privilege}}」不对「{{name}}」现在的等级开放，没有兑换。',
    en: '“{{privilege}}” is not open to the level of “{{name}}”, so nothing was redeemed.',
  },
  'privilege-was-given': {
    zh: '「{{name}}」已经有人兑换过，不能删除，否则流水会对不上。可以停用它。',
    en: '“{{name}}” was redeemed already and cannot be deleted, or the ledger would not add up. Switch it off instead.',
  },
  'redemption-gone': {
    zh: '这笔兑换已经退回或撤销过了，没有再退。',
    en: 'This redemption was taken back already; nothing was changed.',
  },
  'play-not-found': {
    zh: '找不到这个打法，它可能刚被删除或撤销。',
    en: 'This play is no longer there; it may have been deleted or undone.',
  },
  'play-nobody': {
    zh: '这群人现在一个也没有，打法没有开始。',
    en: 'There is nobody in this group now, so the play was not started.',
  },
  'play-too-few-to-part': {
    zh: '只有 {{n}} 个人，分不出对照组，打法没有开始。可以不留对照组再开始。',
    en: 'With {{n}} person no hold-out can be drawn, so the play was not started. Start it without one.',
  },
  ...experimentErrorText,
  ...flowErrorText,
  ...groupErrorText,
  ...replyErrorText,
  ...packErrorText,
  ...syncErrorText,
};

const fallback: Words = {
  zh: '这一步没有完成（{{code}}），已有的数据不受影响。请再试一次。',
  en: 'This step did not finish ({{code}}); your data are not affected. Please try again.',
};

/**
 * The sentence for an expected error in the given language (`zh-CN` or `en`). An unknown code gets
 * a general sentence that names it, never an empty one.
 */
export function describeError(code: string, data: ErrorData, language: string): string {
  const words = Object.hasOwn(errorText, code) ? errorText[code] : undefined;
  const text = (words ?? fallback)[language === 'en' ? 'en' : 'zh'];
  const values: ErrorData = { code, ...data };
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
