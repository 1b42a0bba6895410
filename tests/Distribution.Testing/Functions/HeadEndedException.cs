namespace Distribution.Testing.Functions;

/// <summary>The head has ended instead of starting.</summary>
public sealed class HeadEndedException(int code, string error) : Exception($"The head ended with code {code}: {error}")
{
    public int Code => code;

    /// <summary>The head's error output.</summary>
    public string Error => error;
}
