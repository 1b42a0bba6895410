namespace Distribution.Testing.Functions;

/// <summary>The head has ended instead of starting.</summary>
public sealed class HeadFailure(int code, string error) : Exception($"The head ended with code {code}: {error}")
{
    public int Code => code;

    /// <summary>Its error output.</summary>
    public string Error => error;
}
