namespace Distribution.Releases.Intake;

/// <summary>How a letter stands out from its line.</summary>
[Flags]
internal enum Emphasis
{
    None = 0,
    Italic = 1,
    Bold = 2,

    /// <summary>A line goes through it: it is not valid any more.</summary>
    Struck = 4,
}

/// <summary>How high a letter stands in its line.</summary>
internal enum Height
{
    Usual,
    Raised,
    Lowered,
}
