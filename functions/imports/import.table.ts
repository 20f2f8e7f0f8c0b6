import type { ImportOutcome } from '#shared/imports.words';
import { importSort, importsIndex, runningImportsIndex } from '../indexes';
import { importKey, importPieceKey } from '../keys';
import type { At, Write } from '../platform/table';
import { seal, unseal } from '../platform/vault';
import type { MemberImport } from './import.rules';
import type { ListedRow } from './list.rules';

/** So many rows are read, judged and written in one transaction: at most three writes each. */
export const pieceRows = 25;

/** Some rows of a list. Names and numbers are sealed; what became of each row is not. */
export type Piece = { sealedRows: string; outcomes: ImportOutcome[]; expiresAt: number };
type Cells = Omit<ListedRow, 'outcome'>;

export const importAt = (job: string): At<MemberImport> => importKey(job);
export const pieceAt = (job: string, piece: number): At<Piece> => importPieceKey(job, piece);

/** The job as it is listed: with its organisation for as long as it is kept, with those under way until it is done. */
export function listedImport(job: MemberImport): MemberImport {
  const { gx2pk: _, gx2sk: __, ...rest } = job;
  const order = importSort(job.startedAt, job.importId);
  return {
    ...rest,
    gx1pk: importsIndex(job.organisationId),
    gx1sk: order,
    ...(job.state === 'running' && { gx2pk: runningImportsIndex, gx2sk: order }),
  };
}

const placeOf = (job: string, piece: number): string => {
  const { pk, sk } = importPieceKey(job, piece);
  return `${pk} ${sk} rows`;
};

/** Writes a piece over whatever was there: it is only ever written together with its job, whose version decides. */
export const putPiece = (job: string, piece: number, item: Piece): Write => {
  const { pk, sk } = pieceAt(job, piece);
  return { Put: { Item: { ...item, pk, sk } } };
};

/** The whole list, cut into pieces. */
export function cut(job: string, rows: readonly ListedRow[], expiresAt: number): Piece[] {
  const count = Math.ceil(rows.length / pieceRows);
  return Array.from({ length: count }, (_, piece) => {
    const own = rows.slice(piece * pieceRows, (piece + 1) * pieceRows);
    const cells = own.map(({ outcome: _, ...rest }): Cells => rest);
    return {
      sealedRows: seal(JSON.stringify(cells), placeOf(job, piece)),
      outcomes: own.map(({ outcome }) => outcome),
      expiresAt,
    };
  });
}

export function rowsOf(job: string, piece: number, { sealedRows, outcomes }: Piece): ListedRow[] {
  const cells = JSON.parse(unseal(sealedRows, placeOf(job, piece))) as Cells[];
  return cells.map((row, index) => ({ ...row, outcome: outcomes[index] ?? 'pending' }));
}
