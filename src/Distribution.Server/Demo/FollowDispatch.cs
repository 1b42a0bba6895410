using System.Text.Json.Nodes;
using Spectre.Console;

namespace Distribution.Server.Demo;

/// <summary>Watches a release's dispatch until everybody has an outcome.</summary>
internal sealed class FollowDispatch(Api api, IAnsiConsole console, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Open = ["planned", "handed", "deferred", "uncertain"];

    /// <param name="release">The release's path.</param>
    /// <param name="cancellationToken">Ends the watching, not the dispatch.</param>
    /// <returns>The finished dispatch.</returns>
    public Task<JsonNode> RunAsync(string release, CancellationToken cancellationToken) =>
        console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("Dispatch");
                bar.IsIndeterminate = true;
                var started = time.GetTimestamp();
                while (time.GetElapsedTime(started) < Patience)
                {
                    if (await ReadAsync(release, cancellationToken) is { } dispatch)
                    {
                        Show(bar, dispatch);
                        if (dispatch["state"]!.GetValue<string>() == "finished") return dispatch;
                    }

                    await Task.Delay(Pause, time, cancellationToken);
                }

                throw new ServerFailure(
                    $"The dispatch is not finished after {Patience.TotalMinutes} minutes: GET {release}/dispatches and /api/status say "
                        + "why.");
            });

    private async Task<JsonNode?> ReadAsync(string release, CancellationToken cancellationToken)
    {
        var dispatches = await api.GetAsync($"{release}/dispatches", cancellationToken);
        return dispatches?["items"]!.AsArray() is [{ } dispatch, ..]
            ? await api.GetAsync($"/api/dispatches/{dispatch["id"]!.GetValue<string>()}", cancellationToken)
            : null;
    }

    private static void Show(ProgressTask bar, JsonNode dispatch)
    {
        var outcomes = dispatch["outcomes"]!.AsObject();
        bar.IsIndeterminate = outcomes.Count == 0;
        bar.MaxValue = Math.Max(1, dispatch["planned"]!.GetValue<int>());
        bar.Value = outcomes.Where(outcome => !Open.Contains(outcome.Key)).Sum(outcome => outcome.Value!.GetValue<int>());
    }
}
