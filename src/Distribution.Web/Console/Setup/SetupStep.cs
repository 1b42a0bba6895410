namespace Distribution.Web.Console.Setup;

/// <summary>The steps from an empty store to the first release, in their order.</summary>
public enum SetupStep
{
    Organisation,
    Office,
    Officer,
    List,
    Done,
}
