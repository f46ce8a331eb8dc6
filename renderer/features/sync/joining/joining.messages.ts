import { defineMessages } from '@/app/i18n/messages';

export const joiningMessages = defineMessages('sync-joining', {
  zh: {
    intro:
      '现在数据只存在这台电脑上。几台电脑一起用时，可以让它们对齐：断网照常工作，连上后自动合并，谁的修改都不会丢。',
    joinTitle: '加入已有的工作区',
    joinText: '团队里已经有人开好了。向所有者要一个邀请链接，粘贴到下面。',
    hostTitle: '在这台电脑上开一个',
    hostText:
      '这台电脑来当中心，别的电脑连过来。开着群舵时大家就能同步；关了也没关系，各自照常工作，下次开机再对齐。',

    link: '同步服务地址',
    linkPlaceholder: 'http://192.168.1.5:8787',
    linkHint: '把整条邀请链接粘贴进来，地址和邀请码会一起填好。',
    code: '邀请码',
    device: '这台电脑叫什么',
    deviceHint: '团队名单里用它认出这台电脑。',
    devicePlaceholder: '例如 小周的笔记本',
    deviceOf: '{{name}}的电脑',
    person: '谁在用',
    personPlaceholder: '例如 小周',
    workspaceName: '工作区名称',
    workspacePlaceholder: '例如 鲜选社区团购',

    dataTitle: '这台电脑上已有的数据',
    dataNow: '现在有成员 {{members}}、订单 {{orders}}。',
    bring: '带过去，和工作区的合并',
    bringHint: '同一条记录合成一条，只有这里有的会发给团队。',
    replace: '不带，换成工作区的',
    replaceHint: '这里的数据会移走，只留在备份里。',
    backupFirst: '动手之前会自动备份一次。',
    sampleFirst: '示例数据会先移除，不会发给团队。',

    join: '加入',
    joining: '正在加入…',
    cancel: '取消',
    joined: '已加入「{{name}}」',
    unreachable:
      '这个地址没有回应。请核对地址和端口，确认开着服务的电脑没关机，并和这台在同一个网络里。',
    missingUrl: '填上同步服务的地址，或粘贴整条邀请链接',
    missingCode: '填上邀请码',
    missingDevice: '给这台电脑起个名字',
    missingName: '给工作区起个名字',

    reach: '谁能连过来',
    reachHere: '只有这台电脑',
    reachHereHint: '先开起来看看，别的电脑连不上。之后可以再改。',
    reachOffice: '办公室网络里的电脑',
    reachOfficeHint: '同一个无线网或网线下的电脑可以用邀请码加入。',
    officeWarning:
      '这个网络里的人都看得到有这么一个服务，没有邀请码进不来；网络里的传输没有加密，所以只在自己管得住的网络里这样用，不要在酒店、商场的公共网络里开。',
    officeYes: '我明白，这是我们自己的网络',
    host: '开起来',
    hosting: '正在开…',
    hosted: '已经开好，你是所有者。现在可以邀请别的电脑了',
  },
  en: {
    intro:
      'The data are on this laptop only. If several of you work together, laptops can be made to agree: everybody works offline as before, changes merge once they connect, and nobody’s edit is lost.',
    joinTitle: 'Join a workspace',
    joinText: 'Somebody has set one up. Ask its owner for an invite link and paste it below.',
    hostTitle: 'Host one on this laptop',
    hostText:
      'The others connect to this laptop and sync while Qunduo is open here. When it is closed everybody goes on working and agrees the next time.',

    link: 'Address of the hub',
    linkPlaceholder: 'http://192.168.1.5:8787',
    linkHint: 'Paste the whole invite link; it fills in address and code.',
    code: 'Invite code',
    device: 'Name of this laptop',
    deviceHint: 'So that the team recognises it in the list.',
    devicePlaceholder: 'e.g. Zhou’s laptop',
    deviceOf: 'Laptop of {{name}}',
    person: 'Who uses it',
    personPlaceholder: 'e.g. Zhou',
    workspaceName: 'Name of the workspace',
    workspacePlaceholder: 'e.g. Fresh Pick Group',

    dataTitle: 'Data already on this laptop',
    dataNow: '{{members}} members and {{orders}} orders are here.',
    bring: 'Bring them along and merge',
    bringHint: 'The same record becomes one; what is only here is sent to the team.',
    replace: 'Start with the workspace’s',
    replaceHint: 'What is here makes room and is kept in a backup only.',
    backupFirst: 'A backup is made first.',
    sampleFirst: 'The sample data are removed first and never sent.',

    join: 'Join',
    joining: 'Joining…',
    cancel: 'Cancel',
    joined: 'Joined “{{name}}”',
    unreachable:
      'Nobody answers at this address. Check address and port, that the computer with the hub is on, and that both are in the same network.',
    missingUrl: 'Enter the address of the hub, or paste the whole invite link',
    missingCode: 'Enter the invite code',
    missingDevice: 'Give this laptop a name',
    missingName: 'Give the workspace a name',

    reach: 'Who can connect',
    reachHere: 'Only this laptop',
    reachHereHint: 'To have a look first; no other laptop gets in. You can change it later.',
    reachOffice: 'Laptops in the office network',
    reachOfficeHint: 'Laptops on the same Wi-Fi or cable may join with an invite.',
    officeWarning:
      'Everybody in this network can tell that a hub is here, though nobody gets in without an invite. Nothing is encrypted on the way, so do this only in a network of your own, never in a hotel or a shopping mall.',
    officeYes: 'I understand; this network is ours',
    host: 'Start it',
    hosting: 'Starting…',
    hosted: 'It runs, and you are its owner. Now invite the other laptops',
  },
});
