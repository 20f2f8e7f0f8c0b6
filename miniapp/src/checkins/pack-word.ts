const names: Record<string, string> = {
  standard: '志愿云默认规则',
  qingdao: '青岛规则',
  jiaozhou: '胶州规则',
  chongqing: '重庆规则',
  zhangjiagang: '张家港规则',
};

/** 青岛规则第 1 版, for a pack and version as the book of hours names them; an unknown one as it stands. */
export function packWord(pack: string): string {
  const [id = '', version] = pack.split(' ');
  if (id === 'imported') return '按原系统的时长';
  const name = names[id];
  return name === undefined || version === undefined ? pack : `${name}第 ${version} 版`;
}
