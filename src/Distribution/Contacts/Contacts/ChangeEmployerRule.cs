using Distribution.Platform.Validation;

namespace Distribution.Contacts.Contacts;

/// <summary>The positions of somebody who goes to another outlet; pure.</summary>
public static class ChangeEmployerRule
{
    /// <summary>The new position first, the one that is left with its last day, and all others as they are.</summary>
    /// <param name="positions">Present and past positions, the main one first.</param>
    /// <param name="move">The change as given.</param>
    /// <param name="day">The first day of the new position.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static IReadOnlyList<Position> Change(IReadOnlyList<Position> positions, ChangeEmployerInput move, DateOnly day, FieldErrors errors)
    {
        Position begun = new() { Outlet = move.Outlet, Role = errors.OptionalLine("role", move.Role), From = day };
        var left = positions.FirstOrDefault(position => position.IsHeldOn(day) && (move.From is null || position.Outlet == move.From));
        errors.Require(move.From is null || left is not null, "from", "is not the id of an outlet that they work for on that day.");
        if (left is null) return [begun, .. positions];
        errors.Require(left.Outlet != begun.Outlet || left.Role != begun.Role, "outlet", "is already their outlet, in the same role.");
        errors.Require(left.From is null || left.From < day, "date", "is not after the first day of the old position.");
        return [begun, .. positions.Select(position => ReferenceEquals(position, left) ? left with { Until = day.AddDays(-1) } : position)];
    }

    /// <summary>The known positions with the one that a row of a file names; the one that is left keeps its place, with its last day.</summary>
    public static IReadOnlyList<Position> Follow(Contact known, Contact row)
    {
        if (row.Positions is not [var now, ..]) return known.Positions;
        if (known.PositionOn(row.SourceDate) is not { } before) return [now, .. known.Positions];
        if (before.Outlet == now.Outlet)
        {
            return now.Role is null || now.Role == before.Role
                ? known.Positions
                : [.. known.Positions.Select(position => position == before ? before with { Role = now.Role } : position)];
        }

        var ended = before with { Until = DateOnly.FromDateTime(row.SourceDate.UtcDateTime).AddDays(-1) };
        return [now, .. known.Positions.Select(position => position == before ? ended : position)];
    }
}
