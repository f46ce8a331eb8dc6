/** The part of `errorText` that speaks of hand-off packs. */
export const packErrorText: Readonly<Record<string, { zh: string; en: string }>> = {
  'pack-not-one': {
    zh: '这个文件不是群舵的交接包，没有读取任何内容。交接包的文件名以 .qunduo-handoff 结尾；微信有时会改名，改回来再试。',
    en: 'This file is no hand-off pack of Qunduo, so nothing was read. Packs are called ….qunduo-handoff; chat programs sometimes rename them.',
  },
  'pack-damaged': {
    zh: '交接包不完整，或内容被改动过，没有合并任何内容。请让对方重新发一次，最好用 U 盘或「发送文件」。',
    en: 'The pack is cut short or was altered, so none of it was merged. Ask for it once more, as a file or on a stick.',
  },
  'pack-signature': {
    zh: '交接包的签名对不上：内容在路上被改过。没有合并任何内容，请当面或打电话问对方，再发一次。',
    en: 'The signature of the pack does not hold: it was altered on its way. None of it was merged; ask whoever sent it, then have it sent again.',
  },
  'pack-passphrase': {
    zh: '口令不对，或交接包被改动过，没有打开。请核对口令（区分大小写）再试。',
    en: 'The passphrase is another one, or the pack was altered, so it was not opened. Check the passphrase, capitals included.',
  },
  'pack-newer': {
    zh: '这个交接包出自更新的群舵，这个版本读不懂，没有合并。请先升级这台电脑上的群舵。',
    en: 'This pack comes from a newer Qunduo, which this version cannot read, so it was not merged. Update Qunduo on this laptop first.',
  },
  'pack-own': {
    zh: '这是这台电脑自己做的交接包，内容本来就在这里，没有可合并的。请把它交给对方。',
    en: 'This laptop made this pack itself, so everything in it is here already. It is for the other one.',
  },
  'pack-cloned': {
    zh: '这个交接包来自一台与本机同一身份的电脑（数据文件夹是拷过去的），合并会弄乱谁改了什么，所以没有合并。请在那台电脑上从备份恢复一次，它就有自己的身份。',
    en: 'This pack comes from a laptop with the identity of this one: its data folder was copied. Merging would mix up who wrote what, so nothing was merged. Restore a backup over there once, then it has an identity of its own.',
  },
  'pack-other-workspace': {
    zh: '这个交接包属于另一个工作区「{{name}}」，没有合并。如果确实要换过去，先在这里停止交接，再收对方的完整包。',
    en: 'This pack belongs to another workspace, “{{name}}”, so it was not merged. If you mean to move there, stop handing over here first and take a whole pack.',
  },
  'pack-needs-beginning': {
    zh: '这是一个增量包，而这台电脑还没有和「{{name}}」共同的起点，没有合并。请让对方做一个「完整」的交接包给这台电脑。',
    en: 'This pack holds only what changed, and this laptop has no common beginning with “{{name}}” yet, so it was not merged. Ask for a whole pack first.',
  },
  'pack-masked-beginning': {
    zh: '这是志愿者版（没有电话、地址、微信号和备注），不能作为一台已有数据的电脑的起点，没有合并。请让对方做完整版；要给志愿者用，请放在一台空的群舵上。',
    en: 'This is a volunteers’ edition, without phones, addresses, WeChat ids and notes. It cannot be the beginning of a laptop that holds data, so nothing was merged. Ask for the full edition, or take it into an empty Qunduo.',
  },
  'pack-masked-into-full': {
    zh: '这是志愿者版（没有电话、地址、微信号和备注），而这台电脑有全部内容，没有合并，否则会漏掉这些内容。请让对方做完整版。',
    en: 'This is a volunteers’ edition, without phones, addresses, WeChat ids and notes, while this laptop holds everything. It was not merged, or those would be missed. Ask for the full edition.',
  },
  'pack-gap': {
    zh: '在这个包之前还缺一个：{{name}} 的这个包以「{{laptop}}」{{to}} 之前的改动为基础，而这里只有到 {{from}} 的。没有合并。请先收前面那个包，或让对方重新做给这台电脑。',
    en: 'A pack before this one is missing: it builds on what “{{laptop}}” wrote up to {{to}}, and this laptop has it up to {{from}} only. Nothing was merged. Take the earlier pack first, or ask {{name}} for one made for this laptop.',
  },
  'pack-gap-unknown': {
    zh: '在这个包之前还缺一个：它以「{{laptop}}」写过的改动为基础，而这里还没收过那台电脑的内容。没有合并。请让 {{name}} 重新做一个给这台电脑的包，或做完整包。',
    en: 'A pack before this one is missing: it builds on what “{{laptop}}” wrote, of which nothing is here yet. Nothing was merged. Ask {{name}} for one made for this laptop, or for a whole one.',
  },
  'pack-clock-ahead': {
    zh: '做包的电脑时钟比这里快，里面的改动会盖住之后写的，所以没有合并。请核对两边的时间；这里的时间没错的话，{{minutes}} 分钟后再收。',
    en: 'The clock of the laptop that made this pack is ahead of this one, and its changes would outrank later ones, so nothing was merged. Check both clocks; if this one is right, take the pack in {{minutes}} min.',
  },
  'pack-while-joined': {
    zh: '这台电脑在用团队同步，改动会自动送到，不用交接包。要改用交接包，先在「同步与团队」里退出工作区。',
    en: 'This laptop syncs with its team, so changes travel by themselves and packs are not needed. Leave the workspace under “Sync and team” first to use packs instead.',
  },
  'pack-not-sharing': {
    zh: '这台电脑还没有开始交接，没有可做的包。请先点「开始交接」，或收一个完整包。',
    en: 'This laptop does not hand anything over yet, so there is no pack to make. Begin handing over, or take a whole pack first.',
  },
  'pack-key-changed': {
    zh: '「{{name}}」这次用了另一把签名钥匙，没有合并。可能是换了电脑或系统账户，也可能有人冒充。请当面或打电话核对指纹，一致再确认。',
    en: '“{{name}}” signed with another key this time, so nothing was merged. A new computer or account, or somebody pretending. Compare the fingerprint by phone, then confirm.',
  },
  'pack-name-missing': {
    zh: '请先给这台电脑起个名字，对方要靠它认出是谁的包。没有改动。',
    en: 'Give this laptop a name first: others know its packs by it. Nothing was changed.',
  },
  'pack-not-open': {
    zh: '交接包已经关上了，没有合并。请重新选一次文件。',
    en: 'The pack is no longer open, so nothing was merged. Choose the file again.',
  },
  'pack-stopped': {
    zh: '已停下，什么都没有改动。',
    en: 'Stopped; nothing was changed.',
  },
};
