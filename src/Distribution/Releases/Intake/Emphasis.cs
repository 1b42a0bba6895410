namespace Distribution.Releases.Intake;

/// <summary>How a letter stands out from its line.</summary>
[Flags]
internal enum Emphasis
{
    None = 0,
    Italic = 1,
    Bold = 2,
}
