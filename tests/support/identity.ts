import { checkSign } from '../../functions/volunteers/identity.rules';

let people = 0;

/** An identity number of 市南区 that nobody has, born on a day. */
export function identityNumber(born = '19900307'): string {
  const seventeen = `370202${born}${String(++people % 1000).padStart(3, '0')}`;
  return seventeen + checkSign(seventeen);
}
