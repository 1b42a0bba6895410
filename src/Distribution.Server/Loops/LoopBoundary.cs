namespace Distribution.Server.Loops;

/// <summary>The boundary where an exception ends so that a loop continues.</summary>
internal static class LoopBoundary
{
    /// <summary>Runs one turn; answers whether it ended well. Cancellation passes through.</summary>
    public static async Task<bool> SurvivesAsync(Func<Task> sendPermit, Action<Exception> log, CancellationToken cancellationToken)
    {
        try
        {
            await sendPermit();
            return true;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception failure)
        {
            log(failure);
            return false;
        }
    }
}
