import { fileRoutes } from '#shared/files';
import { urlToPut } from '../platform/files';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { judgeFile, uploadKey } from './file.rules';

/** A URL for one file of one person. Nothing is kept: the same request names the same file, with a new URL. */
export const announceFile = handle(
  'POST /files',
  fileRoutes['POST /files'],
  async ({ requestId, ...file }, { caller }) => {
    const refused = judgeFile(file);
    if (refused) return refuse(refused);
    const { volunteerId } = caller;
    const { contentType, purpose, bytes } = file;
    const fileId = idFor('file', volunteerId, requestId);
    const key = uploadKey({ purpose, volunteerId, fileId });
    return { fileId, contentType, ...(await urlToPut(key, { contentType, bytes })) };
  },
);
