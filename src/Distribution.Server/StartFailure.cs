namespace Distribution.Server;

/// <summary>The server cannot start; the message is one sentence that says what to do about it.</summary>
internal sealed class StartFailure(string sentence) : Exception(sentence);
