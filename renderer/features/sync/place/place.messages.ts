import { defineMessages } from '@/app/i18n/messages';

export const placeMessages = defineMessages('sync-place', {
  zh: {
    tokenInFile: '这台电脑没有系统密钥环，同步凭证存在一个只有你的账户能读的文件里。',
    hosting: '这台电脑上的同步服务',
    'host.off': '已停。别的电脑暂时连不上，各自照常工作。',
    'host.starting': '正在启动…',
    'host.running': '正在运行',
    'host.failed': '没有启动起来',
    reachHere: '只有这台电脑能连',
    reachOffice: '办公室网络里的电脑能连',
    addresses: '别的电脑用的地址',
    start: '启动',
    stop: '停止',
    toOffice: '让办公室的电脑连过来',
    toHere: '只留给这台电脑',
    stopTitle: '停止同步服务',
    stopText:
      '停下之后别的电脑连不上，照常各自工作，改动先存在自己那里。数据都还在，再次启动后接着同步。',
    officeTitle: '让办公室网络里的电脑连过来',
    confirmOffice: '打开给办公室',
  },
  en: {
    tokenInFile:
      'This computer has no keychain, so its pass to the hub lies in a file that only your account can read.',
    hosting: 'The hub on this laptop',
    'host.off': 'Stopped. The others cannot connect and go on working by themselves.',
    'host.starting': 'Starting…',
    'host.running': 'Running',
    'host.failed': 'Did not start',
    reachHere: 'only this laptop can connect',
    reachOffice: 'laptops in the office network can connect',
    addresses: 'Addresses for other laptops',
    start: 'Start',
    stop: 'Stop',
    toOffice: 'Let office laptops connect',
    toHere: 'Only this laptop',
    stopTitle: 'Stop the hub',
    stopText:
      'The others cannot connect then and go on working by themselves; their changes wait on their laptops. Everything is kept and goes on once the hub is started again.',
    officeTitle: 'Let laptops in the office network connect',
    confirmOffice: 'Open to the office',
  },
});
