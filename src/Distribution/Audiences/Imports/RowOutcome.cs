namespace Distribution.Audiences.Imports;

/// <summary>The outcome of a row.</summary>
public enum RowOutcome
{
    /// <summary>A contact that is new.</summary>
    Added,

    /// <summary>A contact that is known and now has more or other data.</summary>
    Changed,

    /// <summary>An existing contact, to which the row adds nothing.</summary>
    Unchanged,

    /// <summary>Nothing of the row was taken; the problems say why.</summary>
    LeftOut,
}
