import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Key } from '../../functions/platform/table';
import { database, itemOf } from '../../functions/platform/table';
import type { Books, Finding } from './books';
import { close, isOfBooks, openBooks, take } from './books';
import type { FilesOf } from './roots';
import { checkRoots } from './roots';

/** What was gone through, and the first things that are wrong. */
export type Verdict = { people: number; rows: number; days: number; findings: Finding[] };

/** More would not help anybody to find the first one. */
const findingsMax = 20;

/**
 * Goes through every book of the table and every root, in memory that does not grow with them: a scan gives the rows of
 * one person together and in order, and a day of entries is held at a time.
 */
export async function verifyLedger(asked: { filesOf?: FilesOf } = {}): Promise<Verdict> {
  const verdict: Verdict = { people: 0, rows: 0, days: 0, findings: [] };
  const note = (finding: Finding): void => {
    if (verdict.findings.length < findingsMax) verdict.findings.push(finding);
  };
  let books: Books | undefined;
  const done = (): void => {
    if (books) for (const finding of close(books)) note(finding);
  };
  for await (const row of rowsOfTable()) {
    const volunteerId = row.pk.slice(2);
    if (books?.volunteerId !== volunteerId) {
      done();
      books = openBooks(volunteerId);
      verdict.people += 1;
    }
    verdict.rows += 1;
    take(books, row);
  }
  done();
  for await (const found of checkRoots(asked.filesOf)) {
    if ('what' in found) note(found);
    else verdict.days += 1;
  }
  return verdict;
}

type Row = Key & Record<string, unknown>;

async function* rowsOfTable(): AsyncGenerator<Row> {
  let ExclusiveStartKey: Record<string, never> | undefined;
  do {
    const page = await database().send(
      new ScanCommand({
        TableName: process.env.TABLE_NAME,
        ConsistentRead: true,
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    for (const item of page.Items ?? []) {
      const row = itemOf<Row>(item);
      if (row && isOfBooks(row)) yield row;
    }
    ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey;
  } while (ExclusiveStartKey);
}
