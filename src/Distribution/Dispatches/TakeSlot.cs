using Distribution.Storage;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches;

/// <summary>Gives out times for batches, so that the whole fleet keeps to <see cref="DispatchOptions.MailsPerMinute"/>.</summary>
public sealed class TakeSlot(Tables tables, IOptions<DispatchOptions> options, TimeProvider time)
{
    /// <summary>How far ahead times are given out; a dispatch that comes later must not wait for all of an earlier one.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private const string Key = "pace";

    private readonly Rows<Pace> rows = new(tables[Tables.Pace]);

    /// <summary>When a batch of so many mails may go out: now where there is no limit, null when the next minutes are spoken for.</summary>
    public async Task<DateTimeOffset?> RunAsync(int mails, CancellationToken cancellationToken)
    {
        if (options.Value.MailsPerMinute == 0) return time.GetUtcNow();
        while (true)
        {
            var now = time.GetUtcNow();
            var row = await rows.FindAsync(Key, Key, cancellationToken);
            var slot = row is not null && row.Value.NextFree > now ? row.Value.NextFree : now;
            if (slot - now >= Ahead) return null;
            Pace next = new() { NextFree = slot + (TimeSpan.FromMinutes(1) * mails / options.Value.MailsPerMinute) };
            var result = row is null
                ? await rows.AddAsync(Key, Key, next, cancellationToken)
                : await rows.ReplaceAsync(row, next, cancellationToken);
            if (result is WriteResult.Done) return slot;
        }
    }
}
