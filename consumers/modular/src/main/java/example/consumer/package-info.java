/**
 * A sample program on the module path, which waits for tasks with Reelay's public modules alone.
 * Its provider {@code com.example.acme} is the one of {@code docs/a-provider-in-your-own-jar.md};
 * {@code consumers/run} puts that next to it and runs both.
 */
package example.consumer;
