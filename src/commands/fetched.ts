/**
 * What an `import()` brings; null where the script could not be fetched. webpack asks for it again at the next call.
 */
export async function fetched<Module>(module: Promise<Module>): Promise<Module | null> {
  try {
    return await module;
  } catch (error) {
    if (error instanceof Error && error.name === 'ChunkLoadError') return null;
    throw error;
  }
}
