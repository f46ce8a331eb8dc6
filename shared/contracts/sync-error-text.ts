/** The part of `errorText` that speaks of the team's hub: its refusals, and what keeps laptops apart. */
export const syncErrorText: Readonly<Record<string, { zh: string; en: string }>> = {
  'hub-unreachable': {
    zh: '连不上同步服务，多半是没有网络，或开着服务的那台电脑关机了。可以照常工作，改动都存在这台电脑上，连上后自动补发。',
    en: 'The team’s hub cannot be reached: no network, or the computer that runs it is off. Go on working; changes are kept on this laptop and are sent once it answers.',
  },
  'hub-answers-strangely': {
    zh: '这个地址有回应，但回应的不像群舵的同步服务。请核对地址和端口；在公共无线网络里，先在浏览器完成登录。',
    en: 'Something answers at this address, but not as Qunduo’s hub does. Check address and port; on public Wi-Fi, sign in with a browser first.',
  },
  'hub-certificate': {
    zh: '同步服务的证书不可信，为了安全没有连接，也没有发送任何内容。请让管理服务的人检查证书，或确认地址没有输错。',
    en: 'The hub’s certificate cannot be trusted, so nothing was sent. Ask whoever runs the hub to look at it, or check the address.',
  },
  'hub-address-bad': {
    zh: '这不是同步服务的地址。地址像 http://192.168.1.5:8787 或 https://hub.example.com 这样。',
    en: 'This is no address of a hub. It looks like http://192.168.1.5:8787 or https://hub.example.com.',
  },
  'hub-not-joined': {
    zh: '这台电脑没有加入团队同步，没有可做的。请先加入工作区。',
    en: 'This laptop has not joined a team, so there is nothing to do. Join a workspace first.',
  },
  'already-joined': {
    zh: '这台电脑已经加入了一个工作区，没有再加入别的。要换工作区，请先退出现在的。',
    en: 'This laptop belongs to a workspace already, so it joined no other. Leave that one first.',
  },
  'sync-failed': {
    zh: '同步时出了意外，过一会儿会自动再试。数据都在这台电脑上；一直不行的话，详情在日志文件夹里。',
    en: 'Syncing failed unexpectedly and is tried again by itself. Your data are on this laptop; if it goes on, the log folder says more.',
  },
  'hub-not-started': {
    zh: '同步服务没有启动起来，这台电脑上的数据不受影响。多半是端口被占用或磁盘已满；详情在日志文件夹里。',
    en: 'The hub did not start; the data on this laptop are not affected. Most likely its port is taken or the disk is full; the log folder says more.',
  },
  'hub-folder-taken': {
    zh: '这个文件夹里的同步服务已经在运行（进程 {{pid}}，电脑 {{host}}）。两个进程同时用会毁掉数据，所以没有再开一个。请直接用已开的那个，或先关掉它。',
    en: 'A hub is already running over this folder (process {{pid}} on {{host}}). Two at once would destroy its data, so no second one was started. Use the one that runs, or stop it first.',
  },
  'hub-not-empty': {
    zh: '要恢复到的地方已经有工作区，没有动它。请换一个空的文件夹或空的数据库。',
    en: 'There is a workspace already where the backup would go, so nothing was changed. Give an empty folder or an empty database.',
  },
  'hub-backup-damaged': {
    zh: '这个文件不是完整的同步服务备份：可能被截断、改动过，或不是备份。没有恢复任何内容。请用另一份。',
    en: 'This file is no whole backup of a hub: cut short, altered, or something else. Nothing was restored. Use another one.',
  },
  'hub-backup-other-version': {
    zh: '这份备份来自另一个版本的同步服务。请用做备份时的版本恢复，再换成新版本启动。',
    en: 'This backup comes from another version of the hub. Restore it with the version that made it, then start the new one over it.',
  },
  'hub-port-taken': {
    zh: '端口已被别的程序占用，同步服务没有启动。请关掉占用它的程序后再试。',
    en: 'Another program holds the port, so the hub did not start. Close that program and try again.',
  },
  'hub-rewound': {
    zh: '同步服务上的记录比这台电脑知道的少，它多半是从旧备份恢复的。已经停止同步，这里的数据都在。请所有者确认后重新发送一份完整数据。',
    en: 'The hub knows less than this laptop does; most likely it was restored from an old backup. Syncing stopped and everything here is safe. Ask the owner to send the whole state again.',
  },
  'token-unreadable': {
    zh: '这台电脑的同步凭证读不出来（系统账户换过，或文件被改动）。数据都在；请所有者发一个新的邀请码，重新加入。',
    en: 'The pass of this laptop cannot be read (another account, or its file was changed). The data are safe; ask the owner for a new invite and join again.',
  },
  unauthorized: {
    zh: '同步服务不认识这台电脑，没有交换任何数据。这里的数据都在；请所有者发一个新的邀请码，重新加入。',
    en: 'The hub does not know this laptop, so nothing was exchanged. Everything here is safe; ask the owner for a new invite and join again.',
  },
  forbidden: {
    zh: '你的角色不能做这一步，没有改动。需要的话，请所有者调整你的角色。',
    en: 'Your role may not do this, so nothing was changed. Ask the owner to change the role if you need it.',
  },
  malformed: {
    zh: '同步服务没有看懂发去的内容，没有接收。数据都在这台电脑上；请把两边的群舵升级到同一个版本。',
    en: 'The hub did not understand what was sent and took none of it. The data are safe on this laptop; bring console and hub to the same version.',
  },
  'too-large': {
    zh: '这一步超过了同步服务一次能接收的大小，没有发出。数据都在这台电脑上；请分几次做。',
    en: 'This step is larger than the hub takes at once, so it was not sent. The data are safe on this laptop; do it in several steps.',
  },
  'rate-limited': {
    zh: '请求太密，同步服务请这台电脑歇一会儿，稍后会自动再试。',
    en: 'Too many requests; the hub asks this laptop to pause. It tries again by itself.',
  },
  'protocol-newer': {
    zh: '这台电脑上的群舵比同步服务新，暂时不能同步。数据都在这里；请管理服务的人升级同步服务。',
    en: 'Qunduo on this laptop is newer than the hub, so they cannot sync yet. Everything here is safe; ask whoever runs the hub to update it.',
  },
  'protocol-older': {
    zh: '这台电脑上的群舵太旧，同步服务已经不支持。数据都在这里；请升级群舵后再同步。',
    en: 'Qunduo on this laptop is too old for the hub. Everything here is safe; update Qunduo, then it syncs again.',
  },
  'schema-newer': {
    zh: '团队里有人用着更新的群舵，他们的改动这个版本还读不懂，所以先停在这里。数据都在；请升级群舵，升级后自动接着同步。',
    en: 'Somebody in the team works with a newer Qunduo whose changes this version cannot read, so syncing waits. Everything is safe; update Qunduo and it goes on by itself.',
  },
  'schema-older': {
    zh: '团队的数据来自更旧的群舵，读不出来。请所有者先升级群舵。',
    en: 'The team’s data come from an older Qunduo and cannot be read. Ask the owner to update first.',
  },
  'invite-unknown': {
    zh: '邀请码不对，没有加入。请核对每一位，或让所有者再发一个。',
    en: 'There is no such invite, so nothing was joined. Check every character, or ask the owner for another one.',
  },
  'invite-expired': {
    zh: '邀请码已过期，没有加入。请让所有者再发一个。',
    en: 'This invite has expired, so nothing was joined. Ask the owner for another one.',
  },
  'invite-spent': {
    zh: '邀请码已经用过了，每个只能用一次。请让所有者再发一个。',
    en: 'This invite was used already; each works once. Ask the owner for another one.',
  },
  'device-revoked': {
    zh: '这台电脑的同步权限已被收回，不再收发数据。没发出的改动还在这里，可以导出；要继续同步，请所有者重新邀请。',
    en: 'The access of this laptop was taken back, so nothing is sent or fetched any more. Unsent changes are still here and can be exported; to go on, ask the owner for a new invite.',
  },
  'device-cloned': {
    zh: '这台电脑的数据像是从另一台拷来的，两台用了同一个身份。数据都在；会自动换一个新身份再发。',
    en: 'The data of this laptop look copied from another one, and both use one identity. Everything is safe; it takes a new identity and sends again.',
  },
  'clock-ahead': {
    zh: '这台电脑的时钟快了，同步服务暂不接收它的改动，否则会盖住别人的。请在系统设置里校准时间，之后自动补发。',
    en: 'The clock of this laptop is fast, and its changes would outrank everybody’s, so the hub does not take them. Set the clock right; they are sent by themselves then.',
  },
  'wrong-workspace': {
    zh: '这里的数据属于另一个工作区，没有交换。请确认加入的是哪一个团队。',
    en: 'The data here belong to another workspace, so nothing was exchanged. Check which team this laptop joined.',
  },
  'scope-denied': {
    zh: '这步改动涉及你不能修改的社群，同步服务没有接收。内容已放在「没有被接收的改动」里，可以导出或放弃。',
    en: 'This change touches a group that is not yours to change, so the hub refused it. It is kept under “Set aside”, to be exported or let go.',
  },
  'group-not-yours': {
    zh: '这个社群不在你负责的范围内，没有改动。需要的话，请所有者把它分给你。',
    en: 'This group is not yours to change, so nothing was changed. Ask the owner to give it to you if you need it.',
  },
  'role-viewer': {
    zh: '你的角色是只读，可以看，不能改，没有改动。需要的话，请所有者调整角色。',
    en: 'Your role may look but not change, so nothing was changed. Ask the owner for another role if you need it.',
  },
  'role-too-low': {
    zh: '这一步只有负责人能做，没有改动。请找负责人或所有者。',
    en: 'Only a leader may do this, so nothing was changed. Ask a leader or the owner.',
  },
  'must-divide': {
    zh: '团队刚按社群分开了权限，这台电脑会把要发的内容分好再发，不用做什么。',
    en: 'The team was just divided by groups; this laptop cuts what it sends and sends it again. Nothing to do.',
  },
  'behind-log': {
    zh: '这台电脑很久没同步，同步服务上的旧记录已经整理过。会取一份完整数据来合并，自己的改动不会丢。',
    en: 'This laptop was away for long and the hub no longer keeps what lies between. It takes over the whole state and joins its own changes to it; none is lost.',
  },
  'not-found': {
    zh: '同步服务上找不到它，可能刚被别人改过。请刷新再看。',
    en: 'The hub does not have it; somebody may have changed it just now. Look again.',
  },
  busy: {
    zh: '同步服务正忙，稍后会自动再试。数据都在这台电脑上。',
    en: 'The hub is busy; this laptop tries again by itself. The data are safe here.',
  },
  'last-owner': {
    zh: '这是唯一的所有者，没有改动，否则就没人能管理团队了。请先让另一个人成为所有者。',
    en: 'This is the only owner, so nothing was changed: nobody could look after the team any more. Make somebody else an owner first.',
  },
  'frame-damaged': {
    zh: '收到的数据不完整，没有写入，会再取一次。一直这样时，请让管理服务的人看看。',
    en: 'What arrived is damaged, so none of it was written; it is fetched again. If that goes on, ask whoever runs the hub.',
  },
  'state-missing': {
    zh: '工作区的完整数据还没有准备好，要等所有者的电脑先发上来。请所有者打开群舵联网一次，这里会自动接着。',
    en: 'The whole state of the workspace is not on the hub yet; the owner’s laptop has to send it first. It goes on here by itself.',
  },
  'kind-unknown': {
    zh: '别人的改动里有这个版本还不认识的内容，先放在一边。升级群舵后请所有者重新发送一份完整数据。',
    en: 'A change of somebody else holds something that this version does not know; it is set aside. Update Qunduo, then have the owner send the whole state again.',
  },
  'record-unfit': {
    zh: '别人的改动和这台电脑上的数据放不到一起，先放在一边，其余的照常合并。',
    en: 'A change of somebody else does not fit the data on this laptop; it is set aside and everything else was merged.',
  },
  'part-sealed': {
    zh: '收到的内容加了密，这台电脑没有钥匙，先放在一边。请所有者重新邀请这台电脑。',
    en: 'What arrived is sealed and this laptop has no key to it; it is set aside. Ask the owner to invite this laptop again.',
  },
  'overwritten-gone': {
    zh: '这条记录已经不在了，没有可以换回的地方。',
    en: 'The record is no longer there, so there is nowhere to put the value.',
  },
  'overwritten-not-fitting': {
    zh: '另一个值放不进现在的记录（要求变过了），没有改动。可以打开记录手工修改。',
    en: 'The other value does not fit the record as it is now, so nothing was changed. Open the record and edit it by hand.',
  },
};
