import type { OrganisationShown } from '#shared/organisations';

export type Actions = {
  /** The word on the button that says yes; absent when there is nothing to say yes to. */
  join?: string;
  /** The word on the button that ends it, and what follows from it. */
  leave?: { text: string; note: string };
};

/** What I can do about belonging here. */
export function actionsOf({ state, mine }: Pick<OrganisationShown, 'state' | 'mine'>): Actions {
  const open = state === 'active';
  switch (mine?.state) {
    case 'requested':
      return { leave: { text: '撤回申请', note: '想再加入可以重新申请。' } };
    case 'invited':
      return {
        ...(open && { join: '同意加入' }),
        leave: { text: '不加入', note: '以后想加入可以再申请。' },
      };
    case 'active':
      return { leave: { text: '退出组织', note: '您的服务时长和积分都会保留。' } };
    default:
      return open ? { join: '申请加入' } : {};
  }
}
