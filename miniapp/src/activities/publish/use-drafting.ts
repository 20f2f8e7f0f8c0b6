import { useRef, useState } from 'react';
import { call, sentenceOf } from '../../api';
import { vibrate } from '../../device/vibrate';
import { goInstead } from '../../go';
import { newRequestId } from '../../ids';
import type { Story } from './form-draft';

/** A draft as the cloud has it: which version, and (as text) what it says. */
type Known = { activityId: string; version: number };
type Content = Story & { organisationId: string };

/**
 * Keeps a draft and hands it in. A new one goes under one id as long as it stays the same, so that a lost answer
 * drafts nothing twice; from then on the same draft is written anew.
 */
export function useDrafting(begun?: Known) {
  const [busy, setBusy] = useState<'keep' | 'hand_in'>();
  const [said, say] = useState('');
  const known = useRef<Known | undefined>(begun);
  const kept = useRef('');
  const sent = useRef<{ text: string; requestId: string }>();

  const keep = async (content: Content): Promise<Known> => {
    const text = JSON.stringify(content);
    if (known.current && kept.current === text) return known.current;
    const next = known.current
      ? await rewrite(known.current, content)
      : await call('POST /activities', { ...content, requestId: requestIdFor(text) });
    known.current = next;
    kept.current = text;
    return next;
  };
  const requestIdFor = (text: string): string => {
    if (sent.current?.text !== text) sent.current = { text, requestId: newRequestId() };
    return sent.current.requestId;
  };
  const run = async (what: 'keep' | 'hand_in', content: Content) => {
    if (busy) return;
    setBusy(what);
    say('');
    try {
      const draft = await keep(content);
      if (what === 'hand_in') await call('POST /activities/{activityId}/submission', draft);
      vibrate();
      goInstead('/activities/review/index', { activityId: draft.activityId });
    } catch (error) {
      say(sentenceOf(error));
    }
    setBusy(undefined);
  };
  return { busy, said, run };
}

function rewrite({ activityId, version }: Known, content: Content): Promise<Known> {
  const { organisationId: _, ...story } = content;
  return call('PUT /activities/{activityId}', { ...story, activityId, version });
}
